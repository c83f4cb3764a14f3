// A message's text and entities, as elements. Offsets are UTF-16 units, as JavaScript's own are.

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", spoiler: "mark", text_link: "a", url: "a", bot_command: "a",
};

export function element(tag, attributes = {}, ...children) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

export function written(text, entities, follow) {
  const known = (entities ?? []).filter((e) => TAGS[e.type]);
  return pieces(text, 0, text.length, known, follow);
}

function pieces(text, from, to, entities, follow) {
  const parts = document.createDocumentFragment();
  let at = from;
  for (let n = 0; n < entities.length; n += 1) {
    const entity = entities[n];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    const inner = entities.slice(n + 1).filter((e) => e.offset < end);
    parts.append(text.slice(at, entity.offset), dressed(text, entity, end, inner, follow));
    at = end;
  }
  parts.append(text.slice(at, to));
  return parts;
}

function dressed(text, entity, end, inner, follow) {
  const node = element(TAGS[entity.type]);
  node.append(pieces(text, entity.offset, end, inner, follow));
  if (node.tagName === "A") {
    const target = entity.url ?? text.slice(entity.offset, end);
    node.href = entity.type === "bot_command" ? "#" : target;
    node.addEventListener("click", (click) => follow(click, target));
  }
  return node;
}

export function payload(url, username) {
  let link;
  try { link = new URL(url); } catch { return null; }
  const ours = link.hostname === "t.me" && link.pathname === `/${username}`;
  return ours ? link.searchParams.get("start") ?? "" : null;
}

export const clockTime = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export const day = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });

export const size = (bytes) =>
  bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
