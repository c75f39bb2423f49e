/**
 * Where the registers of a PCI configuration space lie and what their bits mean. Offsets and bits
 * are those of the PCI Express Base Specification as Linux' include/uapi/linux/pci_regs.h and
 * pciutils' header.h name them.
 */

/** Bytes of a conventional and of a PCI Express function's space. */
export const conventionalSize = 0x100;
export const expressSize = 0x1000;

/** Both header types. */
export const header = {
  vendorId: 0x00,
  deviceId: 0x02,
  command: 0x04,
  status: 0x06,
  revision: 0x08,
  classCode: 0x0a,
  cacheLine: 0x0c,
  type: 0x0e,
  bar0: 0x10,
  subsystemVendor: 0x2c,
  subsystemId: 0x2e,
  capabilities: 0x34,
  interruptLine: 0x3c,
  interruptPin: 0x3d,
} as const;

/** Header type 1. */
export const bridge = {
  primary: 0x18,
  secondary: 0x19,
  subordinate: 0x1a,
  ioBase: 0x1c,
  ioLimit: 0x1d,
  secondaryStatus: 0x1e,
  memoryBase: 0x20,
  memoryLimit: 0x22,
  prefetchBase: 0x24,
  prefetchLimit: 0x26,
  prefetchBaseUpper: 0x28,
  prefetchLimitUpper: 0x2c,
  control: 0x3e,
} as const;

export const command = {
  memory: 0x0002,
  busMaster: 0x0004,
  interruptDisable: 0x0400,
  writable: 0x0547,
} as const;
export const status = { capabilityList: 0x0010, clearable: 0xf900 } as const;
export const headerType = { bridge: 1, cardBus: 2, layout: 0x7f, multifunction: 0x80 } as const;
export const bar = { io: 0x1, type: 0x6, is64Bit: 0x4, prefetchable: 0x8, flags: 0xf } as const;

export const capabilityId = {
  pm: 0x01,
  msi: 0x05,
  pcix: 0x07,
  subsystem: 0x0d,
  express: 0x10,
  msix: 0x11,
} as const;
export const extendedId = { aer: 0x0001, acs: 0x000d, ari: 0x000e, sriov: 0x0010 } as const;

/** Offsets within the PCI Express capability. */
export const express = {
  flags: 0x02,
  deviceCap: 0x04,
  deviceCtl: 0x08,
  deviceSta: 0x0a,
  linkCap: 0x0c,
  linkCtl: 0x10,
  linkSta: 0x12,
  slotCap: 0x14,
  slotCtl: 0x18,
  slotSta: 0x1a,
  rootCtl: 0x1c,
  rootCap: 0x1e,
  rootSta: 0x20,
  deviceCap2: 0x24,
  deviceCtl2: 0x28,
  linkCap2: 0x2c,
  linkCtl2: 0x30,
  /** Bytes of a version 2 capability. */
  length: 0x3c,
  functionLevelReset: 0x1000_0000,
  initiateReset: 0x8000,
  maxPayload: 0x00e0,
  /** Relaxed ordering, no snoop, read requests of 512 bytes: the value after reset. */
  deviceCtlDefault: 0x2810,
  slotImplemented: 0x0100,
  /** ARI Forwarding, in both DevCap2 and DevCtl2. */
  ariForwarding: 0x20,
} as const;

export const msix = {
  control: 0x02,
  table: 0x04,
  pba: 0x08,
  enable: 0x8000,
  mask: 0x4000,
  sizeMask: 0x07ff,
} as const;
export const acs = {
  capability: 0x04,
  control: 0x06,
  sourceValidation: 0x01,
  requestRedirect: 0x04,
  completionRedirect: 0x08,
  upstreamForwarding: 0x10,
} as const;
/** What Linux and Windows ask of a port so that the IOMMU sees all traffic: SV, RR, CR and UF. */
export const acsIsolation =
  acs.sourceValidation | acs.requestRedirect | acs.completionRedirect | acs.upstreamForwarding;

/** Offsets within the SR-IOV capability, 64 bytes long. */
export const sriov = {
  capabilities: 0x04,
  control: 0x08,
  status: 0x0a,
  initialVfs: 0x0c,
  totalVfs: 0x0e,
  numVfs: 0x10,
  dependencyLink: 0x12,
  firstVfOffset: 0x14,
  vfStride: 0x16,
  vfDeviceId: 0x1a,
  supportedPageSizes: 0x1c,
  systemPageSize: 0x20,
  vfBar0: 0x24,
  migrationState: 0x3c,
  length: 0x40,
  vfEnable: 0x0001,
  migration: 0x0006,
  vfMemorySpace: 0x0008,
  ariHierarchy: 0x0010,
} as const;

/** Device/port type field of the PCI Express Capabilities register, bits 7:4. */
export const portType = {
  endpoint: 0x0,
  root: 0x4,
  upstream: 0x5,
  downstream: 0x6,
  pcieToPci: 0x7,
  pciToPcie: 0x8,
  rootComplexEndpoint: 0x9,
  rootComplexCollector: 0xa,
} as const;
