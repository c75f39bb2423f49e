/** The recordings as a table of which one row is chosen. */
import type { ReactNode } from 'react';
import type { Recording } from '../../../shared/model/recording';
import { ChoiceTable } from '../../forms/choice-table';
import type { ChoiceColumn } from '../../forms/choice-table';
import { formatDateTime } from '../../text/en/date-time';
import { recordings as text } from '../../text/en/recordings';

const { name, from, to, every, samples } = text.columns;

const columns: readonly ChoiceColumn[] = [
  { name },
  { name: from, width: '156px' },
  { name: to, width: '156px' },
  { name: every, width: '56px', isNumber: true },
  { name: samples, width: '76px', isNumber: true },
];

function cellsOf(recording: Recording): readonly string[] {
  const { startedAt, endedAt, intervalMs } = recording;
  return [
    recording.name,
    formatDateTime(startedAt),
    endedAt === null ? text.goesOn : formatDateTime(endedAt),
    text.every(intervalMs),
    text.count(recording.samples),
  ];
}

export interface RecordingTableProps {
  readonly recordings: readonly Recording[];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}

export function RecordingTable({ recordings, ...choice }: RecordingTableProps): ReactNode {
  const rows = recordings.map((recording) => ({ id: recording.id, cells: cellsOf(recording) }));
  return <ChoiceTable label={text.list} minWidth="600px" {...{ columns, rows }} {...choice} />;
}
