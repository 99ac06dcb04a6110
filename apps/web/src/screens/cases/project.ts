import type { Output } from '#libs/contracts/define.js';
import type { getProject } from '#libs/contracts/projects.js';
import { locale } from '../../texts/texts.js';

export type Project = Output<typeof getProject>;

/** 万元 or m², with its thousands apart. */
export const amount = (value: number): string => value.toLocaleString(locale() === 'zh' ? 'zh-CN' : 'en-GB');
