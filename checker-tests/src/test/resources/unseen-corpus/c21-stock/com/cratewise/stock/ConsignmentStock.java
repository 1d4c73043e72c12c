package com.cratewise.stock;

/** Goods which belong to the supplier until sold: they may go below zero. */
public class ConsignmentStock extends AbstractStock<Integer> {
  private final int overdraft;
  private int adjusted;

  public ConsignmentStock(int overdraft) {
    this.overdraft = overdraft;
    units += overdraft;
  }

  @Override
  public boolean ship(Integer goods, int n) {
    if (n > overdraft) {
      return super.ship(goods, n);
    }
    onHand.merge(goods, -n, Integer::sum); // RACE wrong-lock #1
    units -= n; // RACE wrong-lock #1
    return true;
  }

  /** Stocktaking found more or less than the books say. */
  public void adjust(Integer goods, int delta) {
    synchronized (this) {
      onHand.merge(goods, delta, Integer::sum);
      adjusted++;
    }
    units += delta; // RACE wrong-lock
  }
}
