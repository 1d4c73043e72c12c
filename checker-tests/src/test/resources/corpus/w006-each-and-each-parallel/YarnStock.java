package com.handloom.loops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts yarn with the loops; which of them it is makes the difference. */
class YarnStock {
  private final Map<String, Integer> skeins = new HashMap<>();
  private int metres;
  private int checked;
  private int dyed;
  private int moths;

  void takeStock(List<String> colours) {
    Loops.each(colours, colour -> skeins.merge(colour, 1, Integer::sum));
    Loops.times(colours.size(), i -> metres += 50 + i);
    Loops.mapped(
        colours,
        colour -> {
          checked++;
          return colour.trim();
        });
  }

  void dye(List<String> colours) {
    Loops.eachAtOnce(
        colours,
        colour -> {
          dyed++; // RACE rmw
          skeins.remove(colour); // RACE unsafe-collection
        });
    dyed /= 2;
  }

  void mothCheck(int boxes) {
    Loops.timesAtOnce(boxes, box -> {
      if (box % 13 == 0) {
        moths += box; // RACE rmw
      }
    });
  }

  /** Each run has an own element. */
  int[] weigh(int boxes) {
    int[] grams = new int[boxes];
    Loops.timesAtOnce(boxes, box -> grams[box] += 40 * box);
    Loops.times(boxes, box -> metres += grams[box]);
    return grams;
  }

  static void evening(List<String> colours) {
    YarnStock stock = new YarnStock();
    stock.takeStock(colours);
    stock.dye(colours);
    stock.mothCheck(200);
    stock.weigh(200);
    System.out.println(stock.metres + stock.checked + stock.moths + stock.dyed);
  }
}
