package lot;

import java.util.Random;

public final class Simulation {
  public static void main(String[] args) {
    Garage garage = new Garage(50);
    Gate[] gates = {Gate.start(garage, "north"), Gate.start(garage, "south"), Gate.start(garage, "east")};
    Random random = new Random(1);
    int cars = 0;
    for (int i = 0; i < 1000; i++) {
      Gate g = gates[random.nextInt(gates.length)];
      if (random.nextBoolean()) {
        cars++;
        g.arrive("P" + cars);
      } else {
        g.arrive("-P" + random.nextInt(cars + 1));
      }
    }
    System.out.println(garage.withdraw(10));
  }
}
