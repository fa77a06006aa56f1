/** A source, or one thing of it, could not be imported; the message says why, for people, without a full stop. */
export class ImportError extends Error {}
