import { listOrEmpty, objectOrEmpty } from '../json.ts';
import { type Acknowledgement, CALLBACK, type CallbackData, type InteractionRecord } from './interaction.ts';

/** Notes the one acknowledgement that an interaction can have, and tells the test. */
export function acknowledge(record: InteractionRecord, type: number, data: CallbackData): void {
  clearTimeout(record.deadline);
  record.state = 'acknowledged';
  record.callbackType = type;
  const acknowledgement: Acknowledgement = {
    type,
    data,
    afterMs: Date.now() - record.sentAtMs,
    message: record.original,
  };
  record.ackedEnd.resolve(acknowledgement);
  if ((type === CALLBACK.reply || type === CALLBACK.update) && record.original) {
    record.answeredEnd.resolve(record.original);
  }
  if (type === CALLBACK.choices || type === CALLBACK.modal) {
    record.answeredEnd.reject(new Error('Expected a message, the interaction was answered with none.'));
  }
}

/** The type of the option that the person is typing in, for the choices that answer it. */
export function focusedOptionType(options: unknown): unknown {
  for (const option of listOrEmpty(options).map(objectOrEmpty)) {
    if (option.focused) return option.type;
    const nested = focusedOptionType(option.options);
    if (nested !== undefined) return nested;
  }
  return undefined;
}
