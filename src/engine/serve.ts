import type { Engine, Progress } from './engine';
import { failureOf } from './failure';
import { PageLink } from './page-link';
import type { Call, Reply, Request } from './protocol';
import { toPage } from './to-page';

/** Answers the calls that come over `port` with the engine that `engineFor` makes. */
export function serve(port: MessagePort, engineFor: (page: PageLink) => Engine): void {
  const tell = (reply: Reply): void => port.postMessage(reply);
  const page = new PageLink(tell);
  const engine = engineFor(page);
  const running = new Map<number, AbortController>();

  async function answer(id: number, call: Call): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const progress: Progress = (done, total) => tell({ type: 'progress', id, done, total });
    try {
      const value = await answerOf(engine, page, call, progress, controller.signal);
      tell({ type: 'done', id, value });
    } catch (error) {
      tell({ type: 'failed', id, failure: failureOf(error) });
    } finally {
      running.delete(id);
    }
  }

  port.onmessage = ({ data }: MessageEvent<Request>) => {
    if (data.type === 'call') void answer(data.id, data.call);
    if (data.type === 'cancel') running.get(data.id)?.abort();
    if (data.type === 'bytes') page.bytesArrived(data.id, data.bytes);
    if (data.type === 'room') page.roomArrived(data.id, data.port);
    if (data.type === 'part') page.codeArrived(data.part, data.code);
  };
}

async function answerOf(
  engine: Engine,
  page: PageLink,
  call: Call,
  progress: Progress,
  signal: AbortSignal,
): Promise<unknown> {
  switch (call.method) {
    case 'load': {
      const [source] = call.args;
      const files = await Promise.all(source.files.map((file) => page.file(file)));
      return engine.load({ ...source, files }, progress, signal);
    }
    case 'run':
      return toPage(await engine.run(call.args[0], progress, signal));
    case 'transform':
      return engine.transform(call.args[0], progress, signal);
    case 'chart':
      return engine.chart(...call.args);
    case 'plain':
      return engine.plain(...call.args);
    case 'segment':
      return engine.segment(...call.args);
    case 'present':
      return engine.present(...call.args);
    case 'rows':
      return engine.rows(...call.args);
    case 'arrow':
      return engine.arrow(...call.args);
    case 'working':
      return engine.working(...call.args);
    case 'members':
      return engine.members(...call.args);
    case 'form':
      return engine.form(...call.args);
    case 'cellSchema':
      return engine.cellSchema(...call.args);
    case 'checkHeader':
      return engine.checkHeader(...call.args);
    case 'close':
      return engine.close(...call.args);
  }
}
