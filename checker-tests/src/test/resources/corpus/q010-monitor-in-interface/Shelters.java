package org.pawhaven.shelter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** The contract says that add may be called by many threads; not every shelter keeps it. */
interface Shelter {
  void add(String animal);

  int size();
}

class CatShelter implements Shelter {
  private final List<String> cats = new ArrayList<>();
  private int total;

  @Override
  public synchronized void add(String animal) {
    cats.add(animal);
    total++;
  }

  @Override
  public synchronized int size() {
    return cats.size();
  }
}

class DogShelter implements Shelter {
  private final List<String> dogs = new ArrayList<>();
  private int total;

  @Override
  public void add(String animal) {
    dogs.add(animal); // RACE unsafe-collection
    total++; // RACE rmw
  }

  @Override
  public int size() {
    return total;
  }
}

/** Lives on one thread only: the front desk makes it, fills it and throws it away. */
class CarrierBox implements Shelter {
  private final List<String> animals = new ArrayList<>();
  private int total;

  @Override
  public void add(String animal) {
    animals.add(animal);
    total++;
  }

  @Override
  public int size() {
    return total;
  }
}

class FrontDesk {
  private final Shelter cats = new CatShelter();
  private final Shelter dogs = new DogShelter();

  void arrive(Shelter shelter, String animal) {
    shelter.add(animal);
  }

  int transport(List<String> animals) {
    CarrierBox box = new CarrierBox();
    for (String animal : animals) {
      box.add(animal);
    }
    return box.size();
  }

  void rescueDay(ExecutorService cars, List<String> animals) {
    for (String animal : animals) {
      cars.execute(() -> arrive(cats, animal));
      cars.execute(() -> arrive(dogs, animal));
      cars.execute(() -> transport(animals));
    }
  }
}
