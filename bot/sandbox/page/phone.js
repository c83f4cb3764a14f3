// One phone: a person's chat with the bot.

import { bubble } from "/page/bubble.js";
import { day, element, payload } from "/page/text.js";

export class Phone {
  constructor(town, personId) {
    this.town = town;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.personId = personId;
    this.editing = null;
    this.replying = null;
    this.find = (selector) => this.root.querySelector(selector);
    this.talk = this.find(".talk");
    this.pen = this.find(".pen textarea");
    this.wire();
  }

  get person() { return this.town.people.get(this.personId); }

  wire() {
    this.find("select").addEventListener("change", (e) => this.lend(Number(e.target.value)));
    this.find(".pen").addEventListener("submit", (e) => { e.preventDefault(); this.send(); });
    this.pen.addEventListener("keydown", (e) => this.key(e));
    this.pen.addEventListener("input", () => this.grow());
    this.find(".commands").addEventListener("click", () => this.menu());
    this.find(".file input").addEventListener("change", (e) => this.attach(e.target));
    this.find(".begin").addEventListener("click", () => this.begin());
    this.find(".alert button").addEventListener("click", () => this.closeAlert());
    for (const button of this.root.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => this.more(button.dataset.do));
    }
  }

  lend(personId) { this.personId = personId; this.draw(); }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.send(); }
    if (event.key === "Escape") { this.reply(null); this.editing = null; this.pen.value = ""; this.menu(false); }
  }

  grow() {
    this.pen.rows = Math.min(5, this.pen.value.split("\n").length);
  }

  async send() {
    const text = this.pen.value.trim();
    if (!text) return;
    const { editing, replying } = this;
    this.editing = null;
    this.reply(null);
    this.pen.value = "";
    this.grow();
    if (editing) await this.act("edit", { message_id: editing, text });
    else if (replying) await this.act("say", { text, reply_to: replying });
    else await this.say(text);
  }

  say(text) { this.menu(false); return this.act("say", { text }); }

  act(what, body) {
    return this.town.post(what, { person: this.personId, ...body }).catch((e) => this.toast(e.message));
  }

  begin() { return this.person.blocked ? this.act("unblock", {}) : this.say("/start"); }

  async attach(input) {
    const [file] = input.files;
    input.value = "";
    if (file) await this.carry(/^image\/(png|jpeg)$/.test(file.type) ? "photo" : "document", file, file.name);
  }

  carry(kind, blob, name) {
    return this.town.upload(this.personId, kind, blob, name).catch((e) => this.toast(e.message));
  }

  more(what) {
    this.find(".more").open = false;
    if (what === "sticker") return this.carry("sticker", new Blob(["sticker"], { type: "image/webp" }), "flexed.webp");
    if (what === "voice") return this.carry("voice", new Blob(["voice"], { type: "audio/ogg" }), "voice.ogg");
    if (what === "add") return this.town.newcomer(this);
    return this.act(this.person.blocked ? "unblock" : "block", {});
  }

  menu(open = this.find(".menu").hidden) {
    this.find(".menu").hidden = !open;
    this.find(".commands").setAttribute("aria-expanded", String(open));
  }

  draw() {
    const { person } = this;
    const people = [...this.town.people.values()];
    this.root.dataset.person = person.first_name;
    this.root.dataset.role = person.role;
    this.root.setAttribute("aria-label", `${person.first_name}'s phone`);
    this.find(".face").textContent = person.first_name[0];
    this.find("select").replaceChildren(...people.map((p) =>
      element("option", { value: p.id, textContent: p.first_name, selected: p.id === person.id })));
    this.quiet();
    this.talk.replaceChildren();
    for (const message of person.messages.values()) this.put(message);
    this.standing();
    this.commands();
    this.board();
    this.talk.scrollTop = this.talk.scrollHeight;
  }

  quiet() { this.find(".owner small").textContent = this.person.role; }

  typing() {
    this.find(".owner small").textContent = "the bot is typing…";
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.quiet(), 3000);
  }

  standing() {
    const { started, blocked } = this.person;
    this.find(".begin").hidden = started && !blocked;
    this.find(".begin").textContent = blocked ? "Unblock the bot" : "Start";
    this.find(".pen").hidden = !started || blocked;
    this.find("[data-do=block]").textContent = blocked ? "Unblock the bot" : "Block the bot";
  }

  commands() {
    const rows = this.person.commands.map(({ command, description }) => {
      const button = element("button", { type: "button" }, element("b", {}, `/${command}`), ` ${description}`);
      button.addEventListener("click", () => this.say(`/${command}`));
      return element("li", {}, button);
    });
    this.find(".menu").replaceChildren(...rows);
    this.find(".commands").hidden = rows.length === 0;
    if (!rows.length) this.menu(false);
  }

  board() {
    const rows = this.person.keyboard?.keyboard ?? [];
    this.find(".board").hidden = rows.length === 0;
    this.find(".board").replaceChildren(...rows.map((row) => element("div", {}, ...row.map((cell) => {
      const text = typeof cell === "string" ? cell : cell.text;
      const button = element("button", { type: "button", textContent: text });
      button.addEventListener("click", () => this.say(text));
      return button;
    }))));
  }

  put(message) {
    const old = this.talk.querySelector(`[data-id="${message.message_id}"]`);
    const fresh = bubble(this, message);
    const near = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 120;
    if (old) {
      old.replaceWith(fresh);
      if (near) this.talk.scrollTop = this.talk.scrollHeight;
      return;
    }
    const date = day(message.date);
    const last = [...this.talk.querySelectorAll(".day")].pop();
    if (last?.textContent !== date) this.talk.append(element("p", { className: "day", textContent: date }));
    this.talk.append(fresh);
    if (near || !message.from.is_bot) this.talk.scrollTop = this.talk.scrollHeight;
    this.quiet();
  }

  drop(messageId) { this.talk.querySelector(`[data-id="${messageId}"]`)?.remove(); }

  reply(message) {
    this.replying = message?.message_id ?? null;
    this.pen.placeholder = message ? "Your reply to that message" : "Message";
    if (message) this.pen.focus();
  }

  rewrite(message) {
    this.editing = message.message_id;
    this.pen.value = message.text;
    this.pen.focus();
  }

  async tap(button, message, cell) {
    if (cell.copy_text) return navigator.clipboard.writeText(cell.copy_text.text);
    button.classList.add("waiting");
    const tap = await this.act("tap", { message_id: message.message_id, data: cell.callback_data });
    if (tap) this.town.tapped(tap.query_id, button);
    else button.classList.remove("waiting");
  }

  async follow(click, target) {
    click.preventDefault();
    if (target.startsWith("/")) return this.say(target);
    const code = payload(target, this.town.username);
    if (code !== null) return this.town.open(this, code);
    if (/^https?:/.test(target)) window.open(target, "_blank", "noopener");
  }

  answered({ text, show_alert: alert }) {
    if (!text) return;
    if (!alert) return this.toast(text);
    this.find(".alert p").textContent = text;
    this.find(".alert").hidden = false;
    this.find(".alert button").focus();
  }

  closeAlert() { this.find(".alert").hidden = true; this.pen.focus(); }

  toast(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.toasted);
    this.toasted = setTimeout(() => { toast.hidden = true; }, 4000);
  }
}
