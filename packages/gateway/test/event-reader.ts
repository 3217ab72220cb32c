import type { ShopEvent } from '@kontor/contract';

/** A stream of events that a test reads piece by piece. */
export interface EventReader {
  readonly response: Response;
  /** The next events, as many as asked for. */
  take(count: number): Promise<ShopEvent[]>;
  /** Waits for the end and gives all that was not taken before, comments included. */
  rest(): Promise<string>;
  /** Waits until a text was sent. */
  until(text: string): Promise<void>;
  cancel(): Promise<void>;
}

/** Reads an answer of `GET /v1/events`. */
export function readEvents(response: Response): EventReader {
  if (!response.body) throw new Error('The answer has no stream');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    if (value) text += decoder.decode(value, { stream: true });
    return !done;
  };
  return {
    response,
    async take(count) {
      const events: ShopEvent[] = [];
      while (events.length < count) {
        const frame = /^([\s\S]*?)\n\n/.exec(text);
        if (!frame) {
          if (!(await more())) throw new Error('The stream ended early');
          continue;
        }
        text = text.slice(frame[0].length);
        const data = /^data: (.*)$/m.exec(frame[0])?.[1];
        if (data !== undefined) events.push(JSON.parse(data) as ShopEvent);
      }
      return events;
    },
    async rest() {
      while (await more());
      return text;
    },
    async until(wanted) {
      while (!text.includes(wanted)) if (!(await more())) throw new Error(`Never sent: ${wanted}`);
    },
    cancel: () => reader.cancel(),
  };
}
