import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BLOCK = 64 * 1024;

/** A file system of a few megabytes, for a disk that can be filled without harm; needs root and Linux. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  static mount(megabytes: number, owner: { uid: number; gid: number }): SmallDisk {
    const path = mkdtempSync(join(tmpdir(), 'bangdaiban-disk-'));
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      encoding: 'utf8',
    });
    if (status !== 0) {
      rmdirSync(path);
      throw new Error(`mount: ${stderr}`);
    }
    chownSync(path, owner.uid, owner.gid);
    return new SmallDisk(path);
  }

  /** Why there can be none here, null when there can. */
  static obstacle(): string | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return '需要 Linux 的 root · needs root on Linux';
    try {
      SmallDisk.mount(1, { uid: 0, gid: 0 }).unmount();
      return null;
    } catch (error) {
      return String(error);
    }
  }

  /** Leaves not one block. */
  fill(): void {
    for (let index = 0; this.free() > 0; index += 1) {
      writeFileSync(join(this.path, `ballast-${index}`), Buffer.alloc(Math.min(BLOCK, this.free())));
    }
  }

  /** Gives back what `fill` took; the rest is the database's. */
  empty(): void {
    for (let index = 0; ; index += 1) {
      const ballast = join(this.path, `ballast-${index}`);
      try {
        rmSync(ballast);
      } catch {
        return; // the first that is not there was the last
      }
    }
  }

  unmount(): void {
    const { status, stderr } = spawnSync('umount', [this.path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`umount: ${stderr}`);
    rmdirSync(this.path);
  }

  private free(): number {
    const { bavail, bsize } = statfsSync(this.path);
    return bavail * bsize;
  }
}
