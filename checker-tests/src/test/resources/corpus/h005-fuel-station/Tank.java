package com.tankstelle.pump;

/** A tank with getters and setters; by itself it knows nothing of pumps. */
class Tank {
  private double litres;
  private int refills;
  private String product = "";

  Tank(double litres) {
    this.litres = litres;
  }

  double getLitres() {
    return litres;
  }

  void setLitres(double litres) {
    this.litres = litres;
  }

  int getRefills() {
    return refills;
  }

  void setRefills(int refills) {
    this.refills = refills;
  }

  String getProduct() {
    return product;
  }

  void setProduct(String product) {
    this.product = product;
  }
}
