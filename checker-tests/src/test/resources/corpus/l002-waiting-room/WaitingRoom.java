package de.sprechstunde.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

record Patient(String name, int urgency) {}

/** Several doctors call patients out of the same queues. */
class WaitingRoom {
  private final Queue<Patient> waiting = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedDeque<Patient> urgent = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<Patient> phone = new ArrayBlockingQueue<>(3);

  void arrive(Patient patient) {
    (patient.urgency() > 5 ? urgent : waiting).add(patient);
  }

  /** The patient who was looked at need not be the one who is taken. */
  Patient callUrgent() {
    Patient next = urgent.peekFirst(); // RACE check-then-act #1
    if (next != null && next.urgency() > 5) { // RACE check-then-act #1
      urgent.pollFirst(); // RACE check-then-act #1
      return next;
    }
    return null;
  }

  Patient call() {
    if (!waiting.isEmpty()) { // RACE check-then-act #2
      return waiting.remove(); // RACE check-then-act #2
    }
    return null;
  }

  void ring(Patient patient) {
    if (phone.remainingCapacity() > 0) { // RACE check-then-act #3
      phone.add(patient); // RACE check-then-act #3
    }
  }

  void openDoors(List<Thread> doctors, int count) {
    for (int d = 0; d < count; d++) {
      Thread doctor = new Thread(this::work, "doctor-" + d);
      doctors.add(doctor);
      doctor.start();
    }
  }

  private void work() {
    while (true) {
      Patient patient = callUrgent();
      if (patient == null) {
        patient = call();
      }
      if (patient == null) {
        return;
      }
      ring(patient);
    }
  }
}

class SteadyWaitingRoom {
  private final Queue<Patient> waiting = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedDeque<Patient> urgent = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<Patient> phone = new ArrayBlockingQueue<>(3);

  /** remove(x) tells whether this doctor is the one who got the patient. */
  Patient callUrgent() {
    for (Patient next : urgent) {
      if (next.urgency() > 5 && urgent.remove(next)) {
        return next;
      }
    }
    return null;
  }

  Patient call() {
    Patient next = waiting.poll();
    return next != null ? next : phone.poll();
  }

  boolean ring(Patient patient) {
    return phone.offer(patient);
  }

  /** Whether there is somebody is only displayed. */
  String sign() {
    return waiting.isEmpty() ? "please come in" : "about " + waiting.size() + " before you";
  }

  List<Patient> work() {
    List<Patient> seen = new ArrayList<>();
    for (Patient p = call(); p != null; p = call()) {
      seen.add(p);
    }
    return seen;
  }

  void openDoors(int count) {
    for (int d = 0; d < count; d++) {
      new Thread(() -> System.out.println(work())).start();
    }
  }
}
