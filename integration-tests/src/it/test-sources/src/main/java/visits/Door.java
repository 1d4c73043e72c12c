package visits;

public interface Door {
  void open();
}
