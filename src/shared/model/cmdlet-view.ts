/** What PowerShell's Get- cmdlets would answer about this host, under Windows' own property names. */
import { z } from 'zod';

export const viewCmdletSchema = z.enum([
  'Get-NetAdapter',
  'Get-NetAdapterAdvancedProperty',
  'Get-NetAdapterSriov',
  'Get-NetAdapterSriovVf',
  'Get-NetAdapterVPort',
  'Get-VMHost',
  'Get-VMNetworkAdapter',
  'Get-VMSwitch',
]);

/** Null stands for an empty cell. */
export const viewValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** One object, its properties in the order in which they are printed. */
export const viewRowSchema = z.array(z.object({ name: z.string(), value: viewValueSchema }));

export type ViewCmdlet = z.infer<typeof viewCmdletSchema>;
export type ViewValue = z.infer<typeof viewValueSchema>;
export type ViewRow = z.infer<typeof viewRowSchema>;
