package stock;

import lombok.Data;

@Data
public class Shelf {
  private volatile int items;
}
