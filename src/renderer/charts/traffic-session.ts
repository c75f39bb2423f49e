/** A chart at work: drawn on animation frames from a ring that samples fill, as large as its element. */
import { watchCounters } from '../host/live';
import { performance as text } from '../text/en/performance';
import type { PathMarker } from './path-markers';
import type { SampleRing } from './sample-ring';
import { createTrafficPlot } from './traffic-plot';
import { recordTraffic } from './traffic-recorder';

const sampleMs = 500;
/** With reduced motion the chart moves on this seldom, in milliseconds. */
const calmMs = 2000;

export interface SessionOptions {
  readonly target: HTMLElement;
  /** As `trafficPaths` makes them. */
  readonly paths: readonly string[];
  readonly logicalProcessors: number;
  readonly ring: SampleRing;
  /** False while nobody looks: no samples are asked for, and the line gets a gap. */
  readonly active: boolean;
  readonly markers: () => readonly PathMarker[];
  /** Simulated time of the chart's right edge in milliseconds, while there is no sample. */
  readonly now: () => number;
  /** Called after each drawing with the time of the right edge. */
  readonly onDrawn: (end: number) => void;
}

/** Runs `draw` on the next animation frame, however often it is asked; the answer cancels it. */
function onFrame(draw: () => void): { request(): void; cancel(): void } {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    request() {
      if (frame !== 0) return;
      frame = requestAnimationFrame((at) => {
        frame = 0;
        if (calm.matches && at - drawnAt < calmMs) return;
        drawnAt = at;
        draw();
      });
    },
    cancel() {
      cancelAnimationFrame(frame);
    },
  };
}

/** Starts drawing; the answer takes the chart away. The ring keeps its rows for the next session. */
export function startSession(options: SessionOptions): () => void {
  const { target, ring, paths, logicalProcessors } = options;
  const plot = createTrafficPlot(target, {
    left: text.axisTraffic,
    right: text.axisCpu,
    bottom: text.axisTime,
  });

  function draw(): void {
    // The right edge is the newest sample, so that the line always reaches it.
    const end = Number.isNaN(ring.newest) ? options.now() : ring.newest;
    const markers = options.markers().map((marker) => ({ ...marker, caption: text.markers[marker.to] }));
    plot.draw(ring, end, markers);
    options.onDrawn(end);
  }

  const frames = onFrame(draw);
  const observer = new ResizeObserver(() => {
    plot.resize(target.clientWidth, target.clientHeight);
    draw();
  });
  observer.observe(target);
  const stopRecording = options.active
    ? recordTraffic({
        source: watchCounters,
        paths,
        logicalProcessors,
        intervalMs: sampleMs,
        ring,
        onRow() {
          frames.request();
        },
      })
    : undefined;
  return () => {
    stopRecording?.();
    frames.cancel();
    observer.disconnect();
    plot.destroy();
  };
}
