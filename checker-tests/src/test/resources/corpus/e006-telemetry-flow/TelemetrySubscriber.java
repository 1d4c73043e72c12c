package aero.skylink.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

record Sample(int channel, double value) {}

/** The signals of one subscription come one after the other, so nothing is locked. */
class TelemetrySubscriber implements Flow.Subscriber<Sample> {
  private final List<Sample> suspicious = new ArrayList<>();
  private Flow.Subscription subscription;
  private long received;
  private double sum;

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(64);
  }

  @Override
  public void onNext(Sample sample) {
    received++;
    sum += sample.value();
    if (Math.abs(sample.value()) > 1e6) {
      suspicious.add(sample);
    }
    if (received % 64 == 0) {
      subscription.request(64);
    }
  }

  @Override
  public void onError(Throwable failure) {
    suspicious.clear();
  }

  @Override
  public void onComplete() {
    sum = sum / Math.max(1, received);
  }
}

/** One object listens to all channels; every channel has a publisher with its own threads. */
class TotalSubscriber implements Flow.Subscriber<Sample> {
  private double total;
  private int channelsDone;

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(Sample sample) {
    total += sample.value(); // RACE rmw
  }

  @Override
  public void onError(Throwable failure) {
    channelsDone++; // RACE rmw #1
  }

  @Override
  public void onComplete() {
    channelsDone++; // RACE rmw #1
  }

  double total() {
    return total;
  }
}
