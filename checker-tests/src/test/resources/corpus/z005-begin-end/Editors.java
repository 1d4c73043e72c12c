package app.sketchpad.model;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** The commands of the editors. */
class Editors {
  private final DocumentModel model = new DocumentModel();

  void draw(List<String> shapes) {
    model.begin();
    try {
      for (String shape : shapes) {
        model.add(shape);
      }
    } finally {
      model.end();
    }
  }

  boolean erase(String shape) {
    if (!model.tryBegin()) {
      return false;
    }
    try {
      model.remove(shape);
      return true;
    } finally {
      model.end();
    }
  }

  /** Ends first and adds afterwards. */
  void paste(String shape) {
    model.begin();
    model.remove(shape);
    model.end();
    model.add(shape + " (copy)"); // RACE wrong-lock #2
  }

  /** Forgets to begin. */
  void save() {
    model.bumpRevision(); // RACE wrong-lock #1
  }

  void session(ExecutorService people, List<String> shapes) {
    for (String shape : shapes) {
      people.execute(() -> draw(List.of(shape, shape + "'")));
      people.execute(() -> erase(shape));
      people.execute(() -> paste(shape));
      people.execute(this::save);
      people.execute(model::select);
    }
  }
}
