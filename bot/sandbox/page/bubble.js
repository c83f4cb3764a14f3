// One message as it looks on a phone: its words, its file, its buttons.

import { clockTime, element, size, written } from "/page/text.js";

export function bubble(phone, message) {
  const follow = (click, target) => phone.follow(click, target);
  const body = element("div", { className: "bubble" }, ...content(message));
  const words = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  if (message.reply_to_message) body.append(element("blockquote", { textContent: firstWords(message.reply_to_message) }));
  if (words) body.append(element("div", { className: "words" }, written(words, entities, follow)));
  body.append(element("small", { textContent: (message.edit_date ? "edited " : "") + clockTime(message.date) }));
  const item = element("article", { className: message.from.is_bot ? "theirs" : "mine" }, body);
  item.dataset.id = message.message_id;
  if (message.reply_markup) item.append(buttons(phone, message));
  if (!message.from.is_bot && message.text) body.append(pencil(phone, message));
  if (message.from.is_bot) body.append(arrow(phone, message));
  return item;
}

function content({ caption, photo, document: file, sticker, voice }) {
  if (photo) return [picture(photo.at(-1), caption)];
  if (file) return [paper(file)];
  if (sticker) return [element("span", { className: "sticker", textContent: sticker.emoji })];
  if (voice) return [element("span", {}, `🎤 Voice message, ${voice.duration} s`)];
  return [];
}

const address = (thing) => `/town/file/${thing.file_id}`;

function picture(photo, caption) {
  const { width, height } = photo;
  return element("img", { src: address(photo), alt: caption || "Photo", width, height });
}

function paper(file) {
  const name = element("b", {}, file.file_name);
  return element("a", { className: "paper", href: address(file), download: file.file_name }, name, ` ${size(file.file_size)}`);
}

function pencil(phone, message) {
  const button = element("button", { type: "button", className: "pencil", textContent: "Edit" });
  button.addEventListener("click", () => phone.rewrite(message));
  return button;
}

function arrow(phone, message) {
  const button = element("button", { type: "button", className: "pencil", textContent: "Reply" });
  button.addEventListener("click", () => phone.reply(message));
  return button;
}

const firstWords = (message) => (message.text ?? message.caption ?? "").split("\n")[0].slice(0, 60);

function buttons(phone, message) {
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    element("div", {}, ...row.map((cell) => key(phone, message, cell))));
  return element("div", { className: "buttons" }, ...rows);
}

function key(phone, message, cell) {
  if (cell.url) {
    const link = element("a", { href: cell.url, textContent: cell.text });
    link.addEventListener("click", (click) => phone.follow(click, cell.url));
    return link;
  }
  const button = element("button", { type: "button", textContent: cell.text });
  button.addEventListener("click", () => phone.tap(button, message, cell));
  return button;
}
