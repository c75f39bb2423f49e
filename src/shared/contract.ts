/**
 * Everything a console may ask of the host, and everything the host says unasked: one table of
 * zod values. Types, run-time checks, handler completeness and client functions hang off it.
 */
import { z } from 'zod';
import { clockSchema as clock, timeRequests } from './time-requests';
import { documentRequests } from './document-requests';
import { adapterKindSchema, adapterSchema } from './model/adapter';
import { viewCmdletSchema, viewRowSchema } from './model/cmdlet-view';
import { documentStateSchema, mishapSchema, workSchema } from './model/document';
import { hostCommands } from './host-commands';
import { eventSchema } from './model/event';
import { folderSchema } from './model/host-folder';
import { operatingSystemSchema } from './model/guest-systems';
import { integrationServicesSchema } from './model/integration-services';
import { iommuViewSchema } from './model/iommu';
import { macAddressSchema } from './model/mac-address';
import { dynamicMemorySchema, numaSchema } from './model/memory';
import { traceEntrySchema } from './model/ndis-trace';
import { nicPropertiesSchema } from './model/nic';
import { cardSchema, platformOutlookSchema, platformPatchSchema } from './model/platform-outlook';
import { portSettingsSchema } from './model/port-settings';
import { displayNameSchema, switchSchema, switchTypeSchema } from './model/switch';
import { untouchedExtensions } from './model/switch-extensions';
import { packetTraceQuestionSchema, packetTraceSchema } from './model/packet-trace';
import { applicationSchema, trafficProfileSchema } from './model/traffic';
import { tracePointSchema } from './model/traffic-shape';
import { vmSchema } from './model/vm';
import { vmSecuritySchema } from './model/vm-security';
import { windowSchema } from './model/window';
import { changeSchema } from './model/world-view';
import { installationSchema, newVmDiskSchema, storageCommands } from './storage-commands';

/** Characters of a recorded load: 100,000 lines of it are shorter. */
export const maxCsvLength = 8 * 1024 * 1024;

const id = z.string().min(1).max(100);
const target = z.object({ id });
const vm = vmSchema.shape;
const adapter = adapterSchema.shape;
const portSettings = {
  ...portSettingsSchema.partial().shape,
  /** A static address, or null for a dynamic one. */
  macAddress: macAddressSchema.nullable().optional(),
};

/**
 * Commands change the simulated host. Several go in one batch that is done wholly or not at all.
 * Each answers with the id of the entity it was about.
 */
export const commands = {
  'switch.create': z.object({
    name: displayNameSchema,
    notes: switchSchema.shape.notes.default(''),
    type: switchTypeSchema,
    /** Required for External, forbidden otherwise. */
    nicId: id.nullable().default(null),
    allowManagementOs: z.boolean().default(true),
    managementVlanId: switchSchema.shape.managementVlanId.default(null),
    captureExtension: z.boolean().default(untouchedExtensions.captureExtension),
    filteringExtension: z.boolean().default(untouchedExtensions.filteringExtension),
    forwardingExtension: z.boolean().default(untouchedExtensions.forwardingExtension),
    iovEnabled: z.boolean().default(false),
  }),
  /** Absent members stay as they are. There is no way to change SR-IOV after creation. */
  'switch.modify': z.object({
    id,
    name: displayNameSchema.optional(),
    notes: switchSchema.shape.notes.optional(),
    type: switchTypeSchema.optional(),
    nicId: id.nullable().optional(),
    allowManagementOs: z.boolean().optional(),
    managementVlanId: switchSchema.shape.managementVlanId.optional(),
    captureExtension: z.boolean().optional(),
    filteringExtension: z.boolean().optional(),
    forwardingExtension: z.boolean().optional(),
    softwareRscEnabled: z.boolean().optional(),
  }),
  'switch.remove': target,
  /** Creates the VM with one network adapter. */
  'vm.create': z.object({
    name: displayNameSchema,
    generation: vm.generation,
    startupMemoryMb: vm.startupMemoryMb,
    processors: vm.processors.default(1),
    dynamicMemory: z.boolean().default(false),
    switchId: id.nullable(),
    /** A folder in which the VM gets one of its own; null: the host's default folder. */
    location: folderSchema.nullable().default(null),
    hardDisk: newVmDiskSchema.nullable().default(null),
    installation: installationSchema.default({ kind: 'later' }),
  }),
  ...storageCommands,
  'vm.start': target,
  'vm.turnOff': target,
  'vm.shutDown': target,
  'vm.save': target,
  'vm.pause': target,
  'vm.resume': target,
  'vm.reset': target,
  'vm.rename': z.object({ id, name: displayNameSchema }),
  /**
   * Absent members stay as they are. Processors, NUMA and startup memory change only while the VM is
   * off, and so is Dynamic Memory enabled; else its minimum can be lowered and its maximum raised.
   */
  'vm.modify': z.object({
    id,
    notes: vm.notes.optional(),
    startupMemoryMb: vm.startupMemoryMb.optional(),
    dynamicMemory: dynamicMemorySchema.partial().optional(),
    numa: numaSchema.partial().optional(),
    compatibilityForMigration: vm.compatibilityForMigration.optional(),
    processors: vm.processors.optional(),
    processorLimit: vm.processorLimit.optional(),
    processorReserve: vm.processorReserve.optional(),
    processorWeight: vm.processorWeight.optional(),
    integrationServices: integrationServicesSchema.partial().optional(),
    /** Changes only while the VM is off. */
    smartPagingFilePath: vm.smartPagingFilePath.optional(),
  }),
  /** Absent members stay as they are, but shielding selects what it enforces. The VM must be off. */
  'vm.setSecurity': z.object({ id, ...vmSecuritySchema.partial().shape }),
  /** Absent members stay as they are. */
  'vm.setAutomaticActions': z.object({
    id,
    start: vm.automaticStart.optional(),
    stop: vm.automaticStop.optional(),
  }),
  'vm.delete': target,
  'vm.deleteSavedState': target,
  /** What is absent is as Hyper-V makes it: VMQ on for a synthetic adapter, SR-IOV off. */
  'adapter.add': z.object({
    vmId: id,
    kind: adapterKindSchema,
    switchId: id.nullable().default(null),
    iovWeight: adapter.iovWeight.optional(),
    vmqWeight: adapter.vmqWeight.optional(),
    vlanId: adapter.vlanId.optional(),
    macSpoofing: adapter.macSpoofing.optional(),
    portMirroring: adapter.portMirroring.optional(),
    maximumMbps: adapter.maximumMbps.optional(),
    ...portSettings,
  }),
  'adapter.modify': z.object({
    id,
    switchId: id.nullable().optional(),
    iovWeight: adapter.iovWeight.optional(),
    vmqWeight: adapter.vmqWeight.optional(),
    iovQueuePairsRequested: adapter.iovQueuePairsRequested.optional(),
    iovInterruptModeration: adapter.iovInterruptModeration.optional(),
    vrssEnabled: adapter.vrssEnabled.optional(),
    vrssMaxQueuePairs: adapter.vrssMaxQueuePairs.optional(),
    vlanId: adapter.vlanId.optional(),
    macSpoofing: adapter.macSpoofing.optional(),
    portMirroring: adapter.portMirroring.optional(),
    portAcl: adapter.portAcl.optional(),
    maximumMbps: adapter.maximumMbps.optional(),
    ...portSettings,
  }),
  'adapter.remove': target,
  /** What the guest sends and receives through the adapter. */
  'adapter.setTraffic': z.object({ id, traffic: trafficProfileSchema }),
  /** Installs or removes the VF driver inside the guest, which must be running. */
  'guest.setVfDriver': z.object({ vmId: id, installed: z.boolean() }),
  /** Stands for installing another operating system; the VM must be off. */
  'guest.setOperatingSystem': z.object({ vmId: id, operatingSystem: operatingSystemSchema }),
  /** A guest that is not responsive hangs: it answers no request of the host's. */
  'guest.setResponsive': z.object({ vmId: id, responsive: z.boolean() }),
  ...hostCommands,
  /** The Advanced tab of a physical adapter; absent properties stay as they are. A change restarts the adapter. */
  'nic.configure': z.object({ id, properties: nicPropertiesSchema.partial() }),
  /** Installs a PF driver with or without SR-IOV in the parent partition; restarts the adapter. */
  'nic.setDriver': z.object({ id, sriov: z.boolean() }),
  /** Enable-NetAdapter and Disable-NetAdapter. */
  'nic.setEnabled': z.object({ id, enabled: z.boolean() }),
  /** Restart-NetAdapter; also brings back an adapter whose driver has failed. */
  'nic.restart': target,
  'nic.setCable': z.object({ id, plugged: z.boolean() }),
  /** The PF driver stops by a fault at once: Device Manager shows code 43. */
  'fault.failPf': z.object({ nicId: id }),
  /** The PF is reset: VFs fail over first and come back afterwards. */
  'fault.resetPf': z.object({ nicId: id }),
  /** The card is pulled out of the running computer, with all its functions. */
  'fault.removeNic': z.object({ nicId: id }),
  /** The card is put back into its slot. */
  'fault.returnNic': z.object({ nicId: id }),
} as const;

export type Commands = { [K in keyof typeof commands]: z.output<(typeof commands)[K]> };
export type CommandName = keyof Commands;
/** A command as a caller writes it (defaults may be left out). */
export type Command = {
  [K in CommandName]: { readonly name: K; readonly input: z.input<(typeof commands)[K]> };
}[CommandName];

const commandNames = Object.keys(commands) as [CommandName, ...CommandName[]];
export const commandSchema = z.object({ name: z.enum(commandNames), input: z.unknown() });

/** What a dump of `lspci` holds, told before a host is built from it. */
const lspciSummary = z.object({
  bridges: z.int(),
  nics: z.array(
    z.object({
      address: z.string(),
      name: z.string(),
      totalVfs: z.int().nullable(),
      firstVf: z.string().nullable(),
    }),
  ),
  notes: z.array(z.string()),
});

export type LspciSummary = z.infer<typeof lspciSummary>;

/** Requests: a batch of commands, questions, and what concerns one window alone. */
export const requests = {
  /** Runs a batch; the answer holds one id per command. */
  execute: {
    input: z.object({ commands: z.array(commandSchema).min(1).max(5000) }),
    output: z.object({ ids: z.array(z.string()) }),
  },
  'world.read': {
    input: z.object({}),
    output: z.object({
      sequence: z.int(),
      clock,
      changes: z.array(changeSchema),
      /** The newest entries, oldest first. */
      events: z.array(eventSchema),
    }),
  },
  /** Sends samples of the named counters as `sample` messages until `counters.unwatch`. */
  'counters.watch': {
    input: z.object({
      watch: z.string().min(1).max(100),
      /** Counter paths; an instance that does not exist yet reads NaN. */
      paths: z.array(z.string().max(1000)).max(20_000),
      intervalMs: z.number().min(100).max(10_000),
    }),
    output: z.object({ kinds: z.array(z.enum(['rate', 'percent', 'gauge']).nullable()) }),
  },
  'counters.unwatch': { input: z.object({ watch: z.string().min(1).max(100) }), output: z.object({}) },
  /** The newest entries of the trace about a physical or a virtual adapter, or about all; oldest first. */
  'ndis.trace': {
    input: z.object({
      nicId: id.optional(),
      adapterId: id.optional(),
      count: z.int().min(1).max(5000).default(200),
    }),
    output: z.object({ entries: z.array(traceEntrySchema) }),
  },
  /** What a Get- cmdlet would answer: what it prints by itself, or all its properties. */
  'powershell.view': {
    input: z.object({
      cmdlet: viewCmdletSchema,
      /** Of the adapter, the switch, or for Get-VMNetworkAdapter of the VM; absent: all. */
      name: z.string().max(1000).optional(),
      full: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(viewRowSchema) }),
  },
  /** Which routing ID may touch whose memory. */
  'iommu.view': { input: z.object({}), output: iommuViewSchema },
  /** What a restart of the host would bring if the changes were stored; nothing is. */
  'platform.outlook': { input: platformPatchSchema, output: platformOutlookSchema },
  /** Every card that can be put into a slot. */
  'hardware.cards': { input: z.object({}), output: z.object({ cards: z.array(cardSchema) }) },
  /** Reads a dump without touching the present host; null when the user cancels, or asks about another one meanwhile. */
  'lspci.preview': {
    input: z.object({ text: z.string().max(64 * 1024 * 1024) }),
    output: lspciSummary.nullable(),
  },
  /** Replaces the present host by one built on the dump. False when the user cancels. */
  'lspci.newHost': {
    input: z.object({ text: z.string().max(64 * 1024 * 1024) }),
    output: z.object({ created: z.boolean() }),
  },
  /** The whole host, VFs included, in the form that `lspci -F FILE` reads. */
  'lspci.export': { input: z.object({}), output: z.object({ text: z.string() }) },
  /**
   * The configuration space of a function or of a VF (`<PF id>#<index>`), two digits per byte. Bytes
   * behind the function's own BARs, by BAR number: no register tells them at rest; null is not known.
   */
  'pcie.read': {
    input: z.object({ functionId: id }),
    output: z.object({
      hex: z.string(),
      bars: z.array(z.object({ index: z.int(), sizeBytes: z.number().nullable() })),
    }),
  },
  /** Lets the user pick a text file; null when the user cancels. */
  'lspci.browse': {
    input: z.object({}),
    output: z
      .object({
        name: z.string(),
        text: z.string(),
        /** What it holds, if it is so long that it had to be read first. */
        summary: lspciSummary.nullable(),
      })
      .nullable(),
  },
  ...documentRequests,
  /** Follows one packet of an adapter hop by hop, on idle hosts. */
  'packet.trace': { input: packetTraceQuestionSchema, output: packetTraceSchema },
  /** What each application sends and receives; every profile may be set as it is or changed. */
  'traffic.applications': {
    input: z.object({}),
    output: z.array(z.object({ application: applicationSchema, profile: trafficProfileSchema })),
  },
  /** Reads a recorded load, lines of `seconds,sendMbps,receiveMbps`, as the points of a trace. */
  'traffic.readCsv': {
    input: z.object({ text: z.string().max(maxCsvLength) }),
    output: z.object({ points: z.array(tracePointSchema) }),
  },
  ...timeRequests,
  /** The window has painted its list: pictures and benchmarks wait for it. */
  'window.ready': { input: z.object({}), output: z.object({}) },
  'window.close': { input: z.object({}), output: z.object({}) },
  /** Opens another window of the console, or brings the one that is open to the front. */
  'window.open': { input: windowSchema, output: z.object({}) },
  /** Full screen and back; the answer says which it is now. */
  'window.toggleFullScreen': { input: z.object({}), output: z.object({ fullScreen: z.boolean() }) },
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type RequestArgument<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof requests)[N]['output']>;

/** Messages that the host sends unasked. */
export const streamSchema = z.discriminatedUnion('stream', [
  /** Entities that changed, events that were logged; `sequence` grows by one per message. */
  z.object({
    stream: z.literal('world.changed'),
    sequence: z.int(),
    changes: z.array(changeSchema),
    events: z.array(eventSchema),
  }),
  /** Another host is there: read the world again. */
  z.object({ stream: z.literal('world.replaced') }),
  z.object({ stream: z.literal('clock'), clock }),
  z.object({ stream: z.literal('document.changed'), document: documentStateSchema }),
  /** Null: it has come to its end. */
  z.object({ stream: z.literal('work'), work: workSchema.nullable() }),
  /** A process has crashed and was replaced; the host has not noticed. */
  z.object({ stream: z.literal('mishap'), what: mishapSchema }),
  z.object({
    stream: z.literal('sample'),
    watch: z.string(),
    /** Simulated time in milliseconds since the Unix epoch. */
    at: z.number(),
    /** Absolute values in the order of the watched paths. */
    values: z.instanceof(Float64Array),
  }),
]);

export type StreamMessage = z.infer<typeof streamSchema>;
export type Clock = z.infer<typeof clock>;
