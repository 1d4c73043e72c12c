package aero.skylink.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Receives the channels of a satellite; each channel is published on its own thread. */
class GroundStation {
  private final List<SubmissionPublisher<Sample>> channels = new ArrayList<>();

  GroundStation(int channelCount) {
    for (int i = 0; i < channelCount; i++) {
      ExecutorService thread = Executors.newSingleThreadExecutor();
      channels.add(new SubmissionPublisher<>(thread, Flow.defaultBufferSize()));
    }
  }

  /** A new subscriber for each channel. */
  void watchEach() {
    for (SubmissionPublisher<Sample> channel : channels) {
      channel.subscribe(new TelemetrySubscriber());
    }
  }

  /** The same subscriber for all channels. */
  TotalSubscriber watchAll() {
    TotalSubscriber all = new TotalSubscriber();
    for (SubmissionPublisher<Sample> channel : channels) {
      channel.subscribe(all);
    }
    return all;
  }
}
