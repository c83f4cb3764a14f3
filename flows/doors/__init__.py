"""Two open doors to the rules: a document of facts in, a decision out, both plain JSON.

`placing.answer` and `reviewing.answer` take one document each; the chat decides by the same
`place` and `review`. Every field but the goal may be left out or null: it is unknown then.
"""
