package dev.pairtrail.adapters.http.access;

import dev.pairtrail.adapters.http.credentials.Credentials;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Takes routes, each with who may use it, and puts the gate before them. */
public final class GuardedRoutes {
  private final RoutesConfig routes;

  public GuardedRoutes(RoutesConfig routes, Credentials credentials) {
    this.routes = routes;
    routes.beforeMatched(new Gate(credentials));
  }

  /** Javalin by itself answers 200 to each HEAD of such a path, be there anything or not. */
  public void get(String path, Access access, Handler handler) {
    add(HandlerType.GET, path, access, handler);
    add(HandlerType.HEAD, path, access, handler);
  }

  public void post(String path, Access access, Handler handler) {
    add(HandlerType.POST, path, access, handler);
  }

  public void put(String path, Access access, Handler handler) {
    add(HandlerType.PUT, path, access, handler);
  }

  public void delete(String path, Access access, Handler handler) {
    add(HandlerType.DELETE, path, access, handler);
  }

  private void add(HandlerType method, String path, Access access, Handler handler) {
    routes.addHttpHandler(method, path, handler, access);
  }
}
