// The town's page: three phones, the clock, and what happens, live.

import { Phone } from "/page/phone.js";
import { element } from "/page/text.js";

const PHONES = ["client", "trainer", "gym owner"];

class Town {
  constructor() {
    this.people = new Map();
    this.phones = [];
    this.taps = new Map();
    this.settled = new Set();
    this.username = "";
    this.offset = 0;
    this.loading = false;
    this.stale = false;
    this.held = [];
  }

  async post(what, body) {
    return this.told(await fetch(`/town/${what}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    }));
  }

  async upload(person, kind, blob, name) {
    const query = new URLSearchParams({ person, kind, name });
    const headers = { "Content-Type": blob.type || "application/octet-stream" };
    return this.told(await fetch(`/town/send?${query}`, { method: "POST", headers, body: blob }));
  }

  async told(response) {
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.description ?? "That did not work.");
    return answer;
  }

  watch() {
    const stream = new EventSource("/town/events");
    stream.addEventListener("open", () => this.load());
    stream.addEventListener("error", () => this.link("reconnecting…"));
    stream.addEventListener("message", (event) => this.hear(JSON.parse(event.data)));
  }

  // What happens while the state is fetched is heard after it: the state may be older than that.
  async load() {
    if (this.loading) { this.stale = true; return; }
    this.loading = true;
    try { this.see(await this.fetched()); } finally { this.loading = false; }
    for (const event of this.held.splice(0)) this.hear(event);
  }

  async fetched() {
    let state;
    do {
      this.stale = false;
      state = await (await fetch("/town/state")).json();
    } while (this.stale);
    return state;
  }

  see(state) {
    this.username = state.bot.username;
    this.people = new Map(state.people.map((person) => [person.id, known(person)]));
    if (!this.phones.length) this.setOut();
    for (const phone of this.phones) phone.draw();
    this.tell(state.clock);
    this.link("live");
  }

  setOut() {
    const everybody = [...this.people.values()];
    for (const role of PHONES) {
      const owner = everybody.find((person) => person.role === role) ?? everybody[0];
      this.phones.push(new Phone(this, owner.id));
    }
    document.getElementById("phones").replaceChildren(...this.phones.map((phone) => phone.root));
  }

  hear(event) {
    if (this.loading) { this.held.push(event); return; }
    this[`on_${event.kind}`]?.(event);
  }

  of(personId) { return this.phones.filter((phone) => phone.personId === personId); }

  on_message({ chat, message }) {
    this.people.get(chat)?.messages.set(message.message_id, message);
    for (const phone of this.of(chat)) phone.put(message);
    if (this.pushing) this.show(new Date(message.date * 1000));
  }

  on_deleted({ chat, message_id: id }) {
    this.people.get(chat)?.messages.delete(id);
    for (const phone of this.of(chat)) phone.drop(id);
  }

  on_person({ person }) {
    const before = this.people.get(person.id);
    this.people.set(person.id, { ...known({ messages: [], commands: [] }), ...before, ...person });
    for (const phone of before ? this.of(person.id) : this.phones) (before ? phone.standing() : phone.draw());
    if (!before) this.load();
  }

  on_answer({ id, person, answer }) {
    this.settled.add(id);
    this.settle(id);
    for (const phone of this.of(person)) phone.answered(answer);
  }

  tapped(id, button) {
    this.taps.set(id, button);
    if (this.settled.has(id)) this.settle(id); // the answer may come before the tap's own id does
  }

  settle(id) {
    this.taps.get(id)?.classList.remove("waiting");
    this.taps.delete(id);
  }

  on_action({ chat }) { for (const phone of this.of(chat)) phone.typing(); }

  on_keyboard({ chat, keyboard }) {
    const person = this.people.get(chat);
    if (person) person.keyboard = keyboard;
    for (const phone of this.of(chat)) phone.board();
  }

  on_commands() { this.load(); }

  on_clock(clock) { this.tell(clock); }

  tell({ now, pushing }) {
    this.offset = new Date(now) - Date.now();
    this.busy(pushing);
    this.show(new Date(now));
  }

  busy(pushing) {
    this.pushing = pushing;
    for (const button of document.querySelectorAll("#pushes button")) button.disabled = pushing;
    document.querySelector(".clock").setAttribute("aria-busy", String(pushing));
  }

  push(seconds) {
    this.busy(true);
    return this.post("clock", { seconds }).catch(() => this.load());
  }

  tick() { if (!this.pushing) this.show(new Date(Date.now() + this.offset)); }

  show(date) {
    const clock = document.getElementById("now");
    clock.dateTime = date.toISOString();
    clock.textContent = date.toLocaleString("en-GB", {
      weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    });
  }

  link(text) {
    const link = document.getElementById("link");
    link.textContent = text;
    link.dataset.state = text;
  }

  async open(phone, code) {
    const choices = [...this.people.values()].map((p) => [p.id, `${p.first_name} · ${p.role}`]);
    const { choice } = await ask("Whose phone opens this link?", choices, []);
    if (!choice) return;
    const text = code ? `/start ${code}` : "/start";
    await this.post("say", { person: Number(choice), text }).catch((e) => phone.toast(e.message));
  }

  async newcomer(phone) {
    const { choice, values } = await ask("Who moves in?", PHONES.map((role) => [role, `A ${role}`]), ["First name"]);
    const name = values["First name"]?.trim();
    if (!choice || !name) return;
    const person = await this.post("people", { first_name: name, role: choice });
    await this.load();
    phone.lend(person.id);
  }
}

function known(person) {
  return { ...person, messages: new Map(person.messages.map((m) => [m.message_id, m])) };
}

function ask(title, choices, fields) {
  const dialog = document.getElementById("ask");
  dialog.querySelector("h2").textContent = title;
  dialog.querySelector(".fields").replaceChildren(...fields.map((name) =>
    element("label", {}, name, element("input", { name, maxLength: 64, autocomplete: "off" }))));
  dialog.querySelector(".choices").replaceChildren(...choices.map(([value, text]) =>
    element("button", { value, textContent: text })));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve({
    choice: dialog.returnValue,
    values: Object.fromEntries(new FormData(dialog.querySelector("form"))),
  }), { once: true }));
}

const town = new Town();
for (const button of document.querySelectorAll("#pushes button")) {
  button.addEventListener("click", () => town.push(Number(button.dataset.seconds)));
}
setInterval(() => town.tick(), 1000);
town.watch();
