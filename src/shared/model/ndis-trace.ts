/** What the parts of the host ask of each other on a VF's way: OIDs, VMBus messages, calls to NDIS. */
import { z } from 'zod';

export const traceEntrySchema = z.object({
  /** Grows by one with every entry. */
  sequence: z.int(),
  /** Simulated time in milliseconds since the Unix epoch, to the microsecond where several requests share one. */
  at: z.number(),
  /**
   * `OID`: to a miniport; `VMBus`: offering and opening channels; `NVSP` and, within it, `RNDIS`: NetVSC's
   * messages; `VPCI`: the virtual PCI bus; `call`: a function of NDIS or the kernel.
   */
  channel: z.enum(['OID', 'VMBus', 'NVSP', 'RNDIS', 'VPCI', 'call']),
  /** How an OID is asked; null for everything else. */
  kind: z.enum(['method', 'set', 'query']).nullable(),
  /** e.g. `OID_NIC_SWITCH_ALLOCATE_VF`. */
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** In the order of the structure's members. */
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** e.g. `NDIS_STATUS_SUCCESS`. */
  status: z.string(),
  /** Simulated duration in milliseconds; an entry is written when the request is complete. */
  tookMs: z.number().min(0),
  nicId: z.string().nullable(),
  adapterId: z.string().nullable(),
  vfId: z.string().nullable(),
});

export type TraceEntry = z.infer<typeof traceEntrySchema>;
