package org.nightsky.dome;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The motor brings its lock along; the dome uses the lock of its motor. */
class Motor {
  final Lock lock = new ReentrantLock();
  int position;
  int starts;
}

class ObservatoryDome {
  private final Motor azimuth = new Motor();
  private final Motor shutter = new Motor();
  private int commands;

  void turn(int degrees) {
    azimuth.lock.lock();
    try {
      azimuth.position = (azimuth.position + degrees) % 360;
      azimuth.starts++;
      commands++; // RACE wrong-lock #1
    } finally {
      azimuth.lock.unlock();
    }
  }

  void open(int percent) {
    shutter.lock.lock();
    try {
      shutter.position = Math.min(100, shutter.position + percent);
      shutter.starts++;
      commands++; // RACE wrong-lock #1
    } finally {
      shutter.lock.unlock();
    }
  }

  /** Holds the lock of one motor and moves the other. */
  void closeForRain() {
    azimuth.lock.lock();
    try {
      azimuth.starts++;
      shutter.position -= 10; // RACE wrong-lock
    } finally {
      azimuth.lock.unlock();
    }
  }

  /** Locks the motor that it is given. */
  private static void service(Motor motor) {
    motor.lock.lock();
    try {
      motor.starts = 0;
      motor.position /= 2;
    } finally {
      motor.lock.unlock();
    }
  }

  void serviceAll() {
    service(azimuth);
    service(shutter);
  }

  void night(ExecutorService operators) {
    for (int i = 0; i < 10; i++) {
      operators.submit(() -> turn(15));
      operators.submit(() -> open(5));
      operators.submit(this::closeForRain);
      operators.submit(this::serviceAll);
    }
  }
}
