# Hallway without npm, a shell or a package manager; docs/self-hosting.md says how it is run. Other base images are given
# as arguments: a Debian with Node and npm to build in, anything with Node at /nodejs/bin/node to run in.
ARG BUILD_IMAGE=docker.io/library/node:24-trixie-slim
ARG RUN_IMAGE=gcr.io/distroless/nodejs24-debian13:nonroot

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Nothing that is built needs an install script.
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/installed/pack.mjs /packed && mkdir /empty

FROM ${RUN_IMAGE}
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 \
    PORT=3000 \
    HALLWAY_DATA=/data
WORKDIR /app
COPY --from=build /packed ./
# A new volume takes its owner from here.
COPY --from=build --chown=65532:65532 /empty /data
COPY --from=build --chown=65532:65532 /empty /backups
USER 65532:65532
EXPOSE 3000
STOPSIGNAL SIGTERM
# Asking starts a Node: once a minute is a thousandth of a core.
HEALTHCHECK --interval=60s --timeout=10s --start-period=120s \
    CMD ["/nodejs/bin/node", "dist/hallway.mjs", "health"]
ENTRYPOINT ["/nodejs/bin/node", "--enable-source-maps", "dist/hallway.mjs"]
CMD ["serve"]
