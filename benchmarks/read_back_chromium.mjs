// The text of a PDF as one copies it from Chromium: its viewer opens the file, all is selected and copied, and the
// clipboard is read in another tab.
//   node read_back_chromium.mjs chromium FILE.pdf
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [browser, file] = process.argv.slice(2);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const server = createServer((request, answer) => {
  const isPdf = request.url === "/file.pdf";
  answer.writeHead(200, { "content-type": isPdf ? "application/pdf" : "text/html" });
  answer.end(isPdf ? readFileSync(file) : "<p>clipboard</p>");
}).listen(0, "127.0.0.1");
await new Promise((done) => server.on("listening", done));
const here = `http://127.0.0.1:${server.address().port}`;

const profile = mkdtempSync(join(tmpdir(), "read-back-"));
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "about:blank"];
const child = spawn(browser, [`--user-data-dir=${profile}`, ...flags], { stdio: ["ignore", "ignore", "pipe"], detached: true });
const address = await new Promise((done, failed) => {
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
    const found = /ws:\/\/\S+/.exec(said);
    if (found) done(found[0]);
  });
  child.on("exit", () => failed(new Error(said)));
});
const socket = new WebSocket(address);
await new Promise((done) => socket.addEventListener("open", done));
const waiting = new Map();
socket.addEventListener("message", ({ data }) => {
  const message = JSON.parse(data);
  waiting.get(message.id)?.(message);
  waiting.delete(message.id);
});
let count = 0;
const ask = (method, params = {}, sessionId) =>
  new Promise((done, failed) => {
    waiting.set(++count, ({ result, error }) => (error ? failed(new Error(`${method}: ${error.message}`)) : done(result)));
    socket.send(JSON.stringify({ id: count, method, params, sessionId }));
  });
const tab = async (url) => {
  const { targetId } = await ask("Target.createTarget", { url });
  return (await ask("Target.attachToTarget", { targetId, flatten: true })).sessionId;
};

try {
  const viewer = await tab(`${here}/file.pdf`);
  await pause(2500);
  for (const type of ["mousePressed", "mouseReleased"])
    await ask("Input.dispatchMouseEvent", { type, x: 500, y: 400, button: "left", clickCount: 1 }, viewer);
  for (const [key, code, command] of [["a", 65, "selectAll"], ["c", 67, "copy"]]) {
    await pause(800);
    const stroke = { key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: code, modifiers: 2 };
    await ask("Input.dispatchKeyEvent", { type: "rawKeyDown", commands: [command], ...stroke }, viewer);
    await ask("Input.dispatchKeyEvent", { type: "keyUp", ...stroke }, viewer);
  }
  await pause(800);
  await ask("Browser.grantPermissions", { origin: here, permissions: ["clipboardReadWrite"] });
  const other = await tab(`${here}/`);
  await ask("Page.bringToFront", {}, other);
  await pause(300);
  const question = { expression: "navigator.clipboard.readText()", awaitPromise: true, userGesture: true, returnByValue: true };
  process.stdout.write((await ask("Runtime.evaluate", question, other)).result.value ?? "");
} finally {
  socket.close();
  process.kill(-child.pid);
  server.close();
  await pause(500);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
