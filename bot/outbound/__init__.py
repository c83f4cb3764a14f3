"""The way out: content to Bot API parameters, parameters onto the wire, answers to outcomes."""
