package ch.schliesswerk.door;

import java.util.concurrent.ExecutorService;

enum DoorState {
  LOCKED,
  UNLOCKED,
  HELD_OPEN,
  ALARM
}

/** The door's monitor is held from the look at the state to the change of the state. */
class DoorController {
  private final ExecutorService readers;
  private DoorState state = DoorState.LOCKED;
  private int openings;
  private int alarms;
  private volatile DoorState shown = DoorState.LOCKED;

  DoorController(ExecutorService readers) {
    this.readers = readers;
  }

  void badge(boolean valid) {
    readers.execute(() -> onBadge(valid));
  }

  private synchronized void onBadge(boolean valid) {
    if (!valid) {
      return;
    }
    switch (state) {
      case LOCKED -> {
        state = DoorState.UNLOCKED;
        openings++;
      }
      case UNLOCKED -> state = DoorState.HELD_OPEN;
      case HELD_OPEN -> state = DoorState.LOCKED;
      case ALARM -> alarms += openings == 0 ? 1 : 0;
    }
    shown = state;
  }

  void forced() {
    readers.execute(
        () -> {
          synchronized (this) {
            if (state == DoorState.LOCKED) {
              state = DoorState.ALARM;
              alarms++;
            }
            shown = state;
          }
        });
  }

  DoorState shown() {
    return shown;
  }
}

/** A lift door: the guard looks at the state without the monitor and trusts the answer. */
class LiftDoorController {
  private final ExecutorService buttons;
  private DoorState state = DoorState.LOCKED;
  private int openings;

  LiftDoorController(ExecutorService buttons) {
    this.buttons = buttons;
  }

  void press() {
    buttons.execute(this::onPress);
  }

  private void onPress() {
    if (isIdle()) { // RACE split-lock #1
      open(); // RACE split-lock #1
    }
  }

  private synchronized boolean isIdle() {
    return state == DoorState.LOCKED;
  }

  /** Must only be called for an idle door, or it opens twice. */
  private synchronized void open() {
    state = DoorState.UNLOCKED;
    openings++;
  }

  synchronized void close() {
    state = DoorState.LOCKED;
  }

  synchronized int openings() {
    return openings;
  }
}
