/**
 * The contiguous watermark of one partition: the offset up to which every record that was handed out is finished.
 * Records finish out of order; only what has no gap before it may be committed. Offsets rise, but not without gaps.
 */
export class Watermark {
  /** In rising order, because records are handed out in that order. */
  private readonly open = new Set<string>();
  private highest = -1n;
  private committed: string | null = null;

  take(offset: string): void {
    this.committed ??= offset;
    this.open.add(offset);
    this.highest = BigInt(offset);
  }

  finish(offset: string): void {
    this.open.delete(offset);
  }

  /** The next offset to read, to be committed; null when nothing new is finished without a gap. */
  due(): string | null {
    if (this.committed === null) return null;
    const [lowest] = this.open;
    const next = lowest ?? String(this.highest + 1n);
    return next === this.committed ? null : next;
  }

  /** `offset` is now on the broker. */
  commit(offset: string): void {
    this.committed = offset;
  }
}
