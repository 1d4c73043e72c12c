package org.tribe.actor;

interface Actor {
  void receive(Object message);
}
