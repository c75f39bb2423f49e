/** The Security page of generation 2; generation 1 has no Secure Boot and no Trusted Platform Module. */
import { z } from 'zod';
import type { Vm } from './vm';

/** Names as Set-VMFirmware takes them. */
export const secureBootTemplateSchema = z.enum([
  'MicrosoftWindows',
  'MicrosoftUEFICertificateAuthority',
  'OpenSourceShieldedVM',
]);

/** Simplified: kept as it is set. The guest starts whatever the template is, and nothing is encrypted. */
export const vmSecuritySchema = z.object({
  secureBoot: z.boolean(),
  secureBootTemplate: secureBootTemplateSchema,
  tpm: z.boolean(),
  encryptStateAndMigration: z.boolean(),
  shielded: z.boolean(),
});

export type SecureBootTemplate = z.infer<typeof secureBootTemplateSchema>;
export type VmSecurity = z.infer<typeof vmSecuritySchema>;

/** Secure Boot is on by default (Microsoft, "Generation 2 virtual machine security settings"), the rest is off. */
export const newVmSecurity: Readonly<Record<Vm['generation'], VmSecurity | null>> = {
  1: null,
  2: {
    secureBoot: true,
    secureBootTemplate: 'MicrosoftWindows',
    tpm: false,
    encryptStateAndMigration: false,
    shielded: false,
  },
};

/** What shielding selects and enforces, from the same page. */
export const enforcedByShielding = ['secureBoot', 'tpm', 'encryptStateAndMigration'] as const;
