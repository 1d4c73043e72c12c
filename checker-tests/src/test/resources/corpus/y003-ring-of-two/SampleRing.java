package audio.shellac.ring;

/** A ring for one producer and one consumer: each index has a single writer. */
class SampleRing {
  private final int[] slots = new int[1024];
  private volatile long head;
  private volatile long tail;

  /** Only the producer moves the tail. */
  boolean offer(int sample) {
    long t = tail;
    if (t - head == slots.length) {
      return false;
    }
    slots[(int) (t & 1023)] = sample;
    tail = t + 1;
    return true;
  }

  /** Only the consumer moves the head. */
  int poll() {
    long h = head;
    if (h == tail) {
      return -1;
    }
    int sample = slots[(int) (h & 1023)];
    head = h + 1;
    return sample;
  }

  static void play(int count) {
    SampleRing ring = new SampleRing();
    Thread microphone =
        new Thread(
            () -> {
              for (int i = 0; i < count; i++) {
                while (!ring.offer(i)) {
                  Thread.onSpinWait();
                }
              }
            });
    Thread speaker =
        new Thread(
            () -> {
              long sum = 0;
              for (int i = 0; i < count; i++) {
                sum += ring.poll();
              }
              System.out.println(sum);
            });
    microphone.start();
    speaker.start();
  }
}

/** The same ring, but every microphone has a thread of its own. */
class MixedRing {
  private final int[] slots = new int[1024];
  private volatile long head;
  private volatile long tail;

  boolean offer(int sample) {
    long t = tail; // RACE atomic-compound #1
    if (t - head == slots.length) {
      return false;
    }
    slots[(int) (t & 1023)] = sample; // RACE atomic-compound #1
    tail = t + 1; // RACE atomic-compound #1
    return true;
  }

  int poll() {
    long h = head;
    if (h == tail) {
      return -1;
    }
    int sample = slots[(int) (h & 1023)];
    head = h + 1;
    return sample;
  }

  static void mix(int microphones) {
    MixedRing ring = new MixedRing();
    for (int m = 0; m < microphones; m++) {
      int sample = m;
      new Thread(() -> ring.offer(sample)).start();
    }
    Thread mixer =
        new Thread(
            () -> {
              while (ring.poll() < microphones) {
                Thread.onSpinWait();
              }
            });
    mixer.start();
  }
}
