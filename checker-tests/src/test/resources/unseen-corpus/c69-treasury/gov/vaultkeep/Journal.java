package gov.vaultkeep;

import java.util.ArrayList;
import java.util.List;

class Journal {
  private List<String> lines = new ArrayList<>();
  private int serial;
  private String lastChanged = "";

  void note(String s) {
    lines.add(++serial + " " + s + " " + lastChanged);
  }

  void changed(String account) {
    if (!account.equals(lastChanged)) {
      lastChanged = account;
      serial++;
    }
  }

  List<String> take() {
    List<String> out = lines;
    lines = new ArrayList<>();
    return out;
  }
}
