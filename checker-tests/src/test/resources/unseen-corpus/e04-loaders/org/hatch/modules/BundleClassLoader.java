package org.hatch.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Parallel-capable loader of one bundle. */
public class BundleClassLoader extends ClassLoader {
  static {
    ClassLoader.registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;
  private final Map<String, Package> packages = new ConcurrentHashMap<>();
  private final List<String> trace = new ArrayList<>();
  private final Map<String, Class<?>> injected = new HashMap<>();
  private int defined;

  public BundleClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
    super(parent);
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = classes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> c = findLoadedClass(name);
      if (c == null) {
        c = defineClass(name, code, 0, code.length);
        defined++; // RACE wrong-lock
        synchronized (trace) {
          trace.add(name);
        }
      }
      return c;
    }
  }

  public void inject(String alias, Class<?> c) {
    synchronized (injected) {
      if (!injected.containsKey(alias)) {
        injected.put(alias, c);
      }
    }
  }

  public Class<?> injected(String alias) {
    synchronized (injected) {
      return injected.get(alias);
    }
  }

  Package packageOf(String name) {
    return packages.computeIfAbsent(name, n -> definePackage(n, null, null, null, null, null, null, null));
  }

  public List<String> trace() {
    synchronized (trace) {
      return new ArrayList<>(trace);
    }
  }

  public int defined() {
    return defined;
  }
}
