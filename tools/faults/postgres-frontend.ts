export interface FrontendMessage {
  bytes: Buffer;
  /** Whether the server commits when it carries this out. */
  commits: boolean;
}

const COMMIT = /(^|;)\s*(commit|end)\b/i;
const LENGTH = 4;
const textUntilNull = (bytes: Buffer, from: number): string => bytes.toString('utf8', from, bytes.indexOf(0, from));

/**
 * Cuts what a client sends to PostgreSQL into its messages (protocol 3.0, “Message Formats”) and knows which commit: a
 * simple query that does, or the execution of a statement that was parsed with such a text. Nothing is encrypted here.
 */
export class FrontendMessages {
  private rest = Buffer.alloc(0);
  private started = false;
  /** Prepared statements that commit, and whether the portal that was bound last belongs to one. */
  private readonly committing = new Set<string>();
  private bound = false;

  take(chunk: Buffer): FrontendMessage[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: FrontendMessage[] = [];
    for (let size = this.size(); size !== null && this.rest.length >= size; size = this.size()) {
      const bytes = this.rest.subarray(0, size);
      this.rest = this.rest.subarray(size);
      messages.push({ bytes, commits: this.started && this.commits(bytes) });
      // Only a start-up packet has no type; those before it ask for encryption, which a local server declines.
      this.started ||= bytes.readUInt16BE(LENGTH) === 3;
    }
    return messages;
  }

  private size(): number | null {
    const type = this.started ? 1 : 0;
    return this.rest.length < type + LENGTH ? null : type + this.rest.readUInt32BE(type);
  }

  private commits(bytes: Buffer): boolean {
    const first = textUntilNull(bytes, 1 + LENGTH);
    const second = (): string => textUntilNull(bytes, 1 + LENGTH + Buffer.byteLength(first) + 1);
    switch (String.fromCharCode(bytes[0] ?? 0)) {
      case 'Q':
        return COMMIT.test(first);
      case 'P':
        if (COMMIT.test(second())) this.committing.add(first);
        else this.committing.delete(first);
        return false;
      case 'B':
        this.bound = this.committing.has(second());
        return false;
      case 'E':
        return this.bound;
      default:
        return false;
    }
  }
}
