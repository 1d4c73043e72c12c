package parcels;

import com.google.auto.value.AutoValue;

@AutoValue
public abstract class Parcel {
  public static Parcel of(String address, long grams) {
    return new AutoValue_Parcel(address, grams);
  }

  public abstract String address();

  public abstract long grams();
}
