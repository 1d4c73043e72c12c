package com.correa.mailbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

interface Mailbox {
  List<String> fetch(long after);
}

/** Polls, and asks for the next poll as its very last step: there is never more than one. */
class MailboxPoller {
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4);
  private final Mailbox mailbox;
  private final Set<String> seen = new HashSet<>();
  private long polls;
  private int backoff = 1;

  private MailboxPoller(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  static void open(Mailbox mailbox) {
    MailboxPoller poller = new MailboxPoller(mailbox);
    poller.scheduler.schedule(poller::poll, 0, TimeUnit.SECONDS);
  }

  private void poll() {
    polls++;
    List<String> messages = mailbox.fetch(polls);
    seen.addAll(messages);
    if (messages.isEmpty()) {
      backoff = Math.min(backoff * 2, 60);
    } else {
      backoff = 1;
    }
    scheduler.schedule(this::poll, backoff, TimeUnit.SECONDS);
  }
}

/** Asks for the next poll first, so that a slow mailbox overlaps with itself. */
class EagerMailboxPoller {
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4);
  private final Mailbox mailbox;
  private final Set<String> seen = new HashSet<>();
  private long messages;

  private EagerMailboxPoller(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  static void open(Mailbox mailbox) {
    EagerMailboxPoller poller = new EagerMailboxPoller(mailbox);
    poller.scheduler.schedule(poller::poll, 0, TimeUnit.SECONDS);
  }

  private void poll() {
    scheduler.schedule(this::poll, 1, TimeUnit.SECONDS);
    for (String message : mailbox.fetch(messages)) {
      seen.add(message); // RACE unsafe-collection
      messages++; // RACE rmw
    }
  }
}
