package dev.interlock.library;

/** An operand of a call: an argument by its index from 0, or the receiver. */
public record Operand(int index) {

  /** The object that the method is called on. */
  public static final Operand RECEIVER = new Operand(-1);

  /** Returns whether this is the receiver. */
  public boolean isReceiver() {
    return index < 0;
  }
}
