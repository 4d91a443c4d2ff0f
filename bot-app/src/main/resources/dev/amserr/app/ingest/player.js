/**
 * Reports errors of players to amserr, which counts them.
 *
 *   import { watch } from "https://amserr.example.com/player.js";
 *   const watching = watch(player);          // watching.stop() ends it
 *
 * Takes Azure Media Player, video.js, hls.js, Shaka Player, dash.js, or a bare <video> element.
 * Sends codes and counts, nothing else: no message, no address, no session. Errors are collected
 * for some seconds and sent with sendBeacon; in a storm the same code is counted, not sent again,
 * and a page sends no more than a bounded number of requests.
 */

const HOME = new URL("/api/v1/beacon", import.meta.url).href;
const COLLECT_MS = 5000;
const MOST_CODES = 50;
const MOST_COUNT = 1000;
const MOST_REQUESTS_A_MINUTE = 6;

const hex = (number) => "0x" + (number >>> 0).toString(16).toUpperCase().padStart(8, "0");

/** Each kind: whether it is one, how to listen, and what its errors are called. */
const KINDS = [
  { // Shaka Player
    is: (p) => typeof p.getNetworkingEngine === "function" && typeof p.addEventListener === "function",
    on: (p, f) => listen(p, "error", (e) => e.detail && f("shaka", e.detail.code)),
  },
  { // hls.js
    is: (p) => typeof p.on === "function" && typeof p.loadSource === "function" && typeof p.attachMedia === "function",
    on: (p, f) => hook(p, "hlsError", (_, data) => data && f("hls.js", data.details)),
  },
  { // dash.js
    is: (p) => typeof p.on === "function" && typeof p.attachSource === "function" && typeof p.attachView === "function",
    on: (p, f) => hook(p, "error", (e) => e && e.error && f("dash.js", e.error.code !== undefined ? e.error.code : e.error)),
  },
  { // Azure Media Player
    is: (p) => typeof p.error === "function" && typeof p.addEventListener === "function" && typeof p.currentTechName === "function",
    on: (p, f) => hookEvents(p, "error", () => { const e = p.error(); if (e) f("amp", hex(e.code)); }),
  },
  { // video.js
    is: (p) => typeof p.error === "function" && typeof p.on === "function",
    on: (p, f) => hook(p, "error", () => { const e = p.error(); if (e) f("video.js", e.code); }),
  },
  { // <video>
    is: (p) => "networkState" in p && "error" in p && typeof p.addEventListener === "function",
    on: (p, f) => listen(p, "error", () => p.error && f("html5", p.error.code)),
  },
];

function listen(target, name, handler) {
  target.addEventListener(name, handler);
  return () => target.removeEventListener(name, handler);
}

function hook(target, name, handler) {
  target.on(name, handler);
  return () => typeof target.off === "function" && target.off(name, handler);
}

function hookEvents(target, name, handler) {
  target.addEventListener(name, handler);
  return () => typeof target.removeEventListener === "function" && target.removeEventListener(name, handler);
}

/** Collects codes and sends them, never more often than allowed. */
class Reports {
  constructor(url) {
    this.url = url;
    this.counts = new Map();
    this.sent = [];
    this.timer = 0;
  }

  add(system, code) {
    if (code === undefined || code === null || code === "") return;
    const key = system + "\u0000" + String(code).slice(0, 200);
    if (!this.counts.has(key) && this.counts.size >= MOST_CODES) return;
    this.counts.set(key, Math.min(MOST_COUNT, (this.counts.get(key) || 0) + 1));
    if (!this.timer) this.timer = setTimeout(() => this.flush(), COLLECT_MS);
  }

  flush() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.counts.size === 0) return;
    const now = Date.now();
    this.sent = this.sent.filter((at) => now - at < 60000);
    if (this.sent.length >= MOST_REQUESTS_A_MINUTE) {
      this.timer = setTimeout(() => this.flush(), 60000 - (now - this.sent[0]));
      return;
    }
    const events = [];
    for (const [key, count] of this.counts) {
      const [system, code] = key.split("\u0000");
      events.push({ system, code, count });
    }
    // Text goes out without asking the server first; the answer is of no interest.
    if (navigator.sendBeacon(this.url, JSON.stringify({ events }))) {
      this.sent.push(now);
      this.counts.clear();
    } else {
      this.timer = setTimeout(() => this.flush(), COLLECT_MS);
    }
  }
}

/**
 * Reports the errors of a player from now on.
 *
 * @param player of a kind named above
 * @param options `url` of the beacon, if it is not beside this module; `system` if the catalog of
 *     the codes is another than the kind of player says
 * @returns an object whose stop() ends it and sends what is left
 */
export function watch(player, options = {}) {
  const kind = KINDS.find((one) => one.is(player));
  if (!kind) throw new TypeError("amserr: not a player that is known");
  const reports = new Reports(options.url || HOME);
  const unhook = kind.on(player, (system, code) => reports.add(options.system || system, code));
  const hidden = () => document.visibilityState === "hidden" && reports.flush();
  document.addEventListener("visibilitychange", hidden);
  addEventListener("pagehide", hidden);
  return {
    stop() {
      unhook();
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("pagehide", hidden);
      reports.flush();
    },
  };
}
