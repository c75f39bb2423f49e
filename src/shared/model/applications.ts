/** What the applications of a traffic profile offer; assets/model/applications.yaml. */
import { z } from 'zod';
import type { Plain } from './marked';
import { figure } from './model-parameters';
import { idleTraffic } from './traffic';
import type { Application, TrafficProfile } from './traffic';

const megabits = figure('Mb/s');
const pure = figure('1');
const bytes = figure('B');

const applicationFiguresSchema = z.strictObject({
  protocol: z.enum(['tcp', 'udp']).optional(),
  sendMbps: megabits.optional(),
  receiveMbps: megabits.optional(),
  packetBytes: bytes.optional(),
  connections: pure.optional(),
  outstanding: pure.optional(),
  requestBytes: bytes.optional(),
  responseBytes: bytes.optional(),
  thinkUs: figure('us').optional(),
});

/** `custom` is what the user makes of it. */
export const applicationsFileSchema = z.strictObject({
  iperfUp: applicationFiguresSchema,
  iperfDown: applicationFiguresSchema,
  iperfBoth: applicationFiguresSchema,
  smallUdp: applicationFiguresSchema,
  requestResponse: applicationFiguresSchema,
  fileCopy: applicationFiguresSchema,
  web: applicationFiguresSchema,
  idle: applicationFiguresSchema,
});

export type ApplicationsFile = z.infer<typeof applicationsFileSchema>;
export type ApplicationFigures = Plain<ApplicationsFile>;

/** The profile of an application: what its figures leave open is as in a profile that does nothing. */
export function applicationProfile(
  application: Exclude<Application, 'custom'>,
  figures: ApplicationFigures,
): TrafficProfile {
  return { ...idleTraffic, ...defined(figures[application]), application };
}

/** Without the members that are undefined. */
function defined(figures: ApplicationFigures[keyof ApplicationFigures]): Partial<TrafficProfile> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
}
