# A small image of Bedplate, from source: docker build -t bedplate .   docs/guide/install.md tells how it is run.
FROM debian:12 AS build
WORKDIR /src
COPY . .
ARG SOURCE_DATE_EPOCH
RUN ./dev package

FROM debian:12-slim
WORKDIR /tmp
COPY --from=build /src/build/package/*.deb ./
COPY packaging/bedplate-healthy /usr/local/bin/
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates ./bedplate_*.deb \
 && rm -rf ./*.deb /var/lib/apt/lists/* /var/cache/apt/*.bin \
 && install -d -o bedplate -g bedplate -m 750 /var/lib/bedplate
ENV BEDPLATE_SERVER_LISTEN=0.0.0.0:8080
# The health check asks here, in the clear also where the API is served by TLS.
ENV BEDPLATE_METRICS_LISTEN=127.0.0.1:9090
ENV BEDPLATE_DATABASE_URL=sqlite:/var/lib/bedplate/app.db
USER bedplate
WORKDIR /project
VOLUME /var/lib/bedplate
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["bedplate-healthy"]
ENTRYPOINT ["bedplate"]
CMD ["serve", "/project"]
