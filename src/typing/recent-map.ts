/** A table of bounded size: what has not been asked for during `most` new entries may be forgotten. */
export class RecentMap<Content> {
  private readonly most: number;
  private young = new Map<string, Content>();
  private old: ReadonlyMap<string, Content> = new Map();

  constructor(most: number) {
    this.most = most;
  }

  /** What stands under the key, if it is still there. */
  get(key: string): Content | undefined {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  /** Puts something under the key, in place of what stood there. */
  set(key: string, content: Content): void {
    if (this.young.size >= this.most && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, content);
  }
}
