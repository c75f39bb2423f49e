/** Words of the Settings pages Security and Smart Paging File Location; most of them from memory. */
import type { SecureBootTemplate } from '../../../shared/model/vm-security';

const templates: Readonly<Record<SecureBootTemplate, string>> = {
  MicrosoftWindows: 'Microsoft Windows',
  MicrosoftUEFICertificateAuthority: 'Microsoft UEFI Certificate Authority',
  OpenSourceShieldedVM: 'Open Source Shielded VM',
};

export const securityPage = {
  title: 'Security',
  detailOn: 'Secure Boot enabled',
  detailOff: 'Secure Boot disabled',
  secureBoot: 'Secure Boot',
  secureBootIntro:
    'Use Secure Boot to help prevent unauthorized code from running at boot time (recommended).',
  enableSecureBoot: 'Enable Secure Boot',
  template: 'Template:',
  templates,
  needsSecureBoot: 'Enable Secure Boot to choose a template.',
  encryption: 'Encryption Support',
  enableTpm: 'Enable Trusted Platform Module',
  encrypt: 'Encrypt state and virtual machine migration traffic',
  policy: 'Security Policy',
  policyIntro: 'Specify additional protection options for the virtual machine.',
  enableShielding: 'Enable Shielding',
  shieldingHint:
    'Shielding selects and enforces Secure Boot, the Trusted Platform Module and the encryption above.',
  enforced: 'Shielding enforces this. Clear Enable Shielding to change it.',
  mark: 'The simulator keeps these settings: its guests start whatever the template is, and nothing is encrypted or shielded.',
} as const;

export const smartPagingPage = {
  title: 'Smart Paging File Location',
  intro: 'Specify the folder to use to store the Smart Paging file for this virtual machine.',
  folder: 'Folder:',
  noFolder: '(no folder)',
  mark: 'The simulator keeps the folder; no Smart Paging file is ever written.',
} as const;
